// Elements hold prose only in comments, which is prose.
const neverA = (never) => (
  <div className="never // never" title='never'>
    Don't never // never /* never */ `never
    {/* prose of a comment */}
    {never < 2 ? <b>never's</b> : <Never.Never never={`never ${never}`} /> /* prose */}
    <>never // never</>
    {/* gloss-disable remark */}
    // gloss-disable never
    <br /> never https://never.org
  </div>
); // prose
const neverB = neverA < 3 && neverA > 2; // prose
