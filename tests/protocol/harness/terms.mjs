// A glossary with a term to avoid.
export const TERMS = `# Branches

## Main branch

- aliases: trunk
- avoid: master

The main branch is the one that is released.
`;
