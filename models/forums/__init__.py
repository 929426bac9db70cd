"""Forums, from the rule that dates them to the answer of each person invited."""
