"""The training page: who may work today, sessions, courses, certificates; emergency plans and drills."""
