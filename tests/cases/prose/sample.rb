#!/usr/bin/env ruby
# frozen_string_literal: true
# A comment of prose,
# with prose.
=begin
A block of prose.
=end

# Says prose.
#
# @param never [never] prose
# @return [never, nil] prose
# @example
#   never(1)
def never(never = 'never # never')
  never_a = "never # never #{never + "never # never"} # never" # prose
  never_b = 'never \' # never #{never' # prose
  never_c = /never # "never" \/ never/ # prose
  never_d = %q(never (never) # never) + %Q[never # #{never} # never] # prose
  never_e = %w[never # never] # prose
  never_f = never_a.length / 2 # prose / prose
  never_g = ?# + ?" # prose
  never_h = <<~NEVER + <<-'OTHER' # prose
    never # never
    #{never}
  NEVER
    never # never
  OTHER
  never_i = $; # prose
  never_j = never_a.split(/,"/).map { |never| "never #{never}" } # prose
  never_k = never_f % 3 # prose
  never_l = :"never # never" # prose
  # gloss-disable remark
=begin
gloss-disable remark
=end
  never_m = "
# gloss-disable never
"
  puts %(never # never), [never_a, never_b, never_c, never_d, never_e]
  never_k
end
# Uses `never` in prose.
__END__
# gloss-disable never
never # never
