#!/usr/bin/env never
# -*- coding: utf-8; never -*-
# A comment of prose,
# with prose on two lines.
"""A module of prose.

    never = code()

:param never: prose
:param int never: prose
:type never: never
:rtype: never
Uses :class:`never` and ``never`` in prose.

>>> never()
'never'

More prose.
"""
import typing  # noqa: never

NEVER = "never # never \" never"  # prose
NEVER_B = 'never " # never'  # prose
NEVER_C = """never # never
"never" # never
"""  # prose
NEVER_D = [
    "never",
    """never""",
    r"never\" # never",
    b"never", rb'never', f"never {NEVER} # never",
]
"""An attribute has prose."""
NEVER_E = 1  # type: ignore[never]
NEVER_F = "never" \
    "never"


class Never:
    r'''never'''.strip()
    'Its prose'

    def never(self, never: "typing.Any" = "never") -> "never":
        u"""Do prose.

        Args:
            it: prose,
                and prose

            other: prose
        """
        # gloss-disable remark
        """gloss-disable prose"""
        # pylint: disable=never
        # text of prose  # noqa: never
        self.never("never")
        """never""" "never"
        """never""".never()
        b"""never"""
        return "never" % never
