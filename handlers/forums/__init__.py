"""What coordinators do with Forums: plan one, move it, call it off, tell its particulars."""
