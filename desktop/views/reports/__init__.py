"""Reports: the figures of a period against another, down to their records, and papers to hand on."""
