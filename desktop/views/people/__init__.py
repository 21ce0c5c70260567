"""The people page: who works here, what they may do, how they sign in."""
