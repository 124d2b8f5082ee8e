// The bytes of the embedded glossary as they stand in the file beside this one. The assembler finds it
// through the include directory `glossary/`, so no path of the building machine ends up in the program.

#ifdef __APPLE__
#define SYMBOL(name) _##name
        .const
#else
#define SYMBOL(name) name
        .section .rodata
#endif

        .globl SYMBOL(glossary_builtin_start)
SYMBOL(glossary_builtin_start):
        .incbin "builtin/ai-factory.gloss.md"

        .globl SYMBOL(glossary_builtin_end)
SYMBOL(glossary_builtin_end):
        .byte 0

#ifdef __ELF__
        .section .note.GNU-stack, "", %progbits
#endif
