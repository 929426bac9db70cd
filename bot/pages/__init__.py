"""Pages of ours that anybody may open: large letters, no script, good on an old phone."""
