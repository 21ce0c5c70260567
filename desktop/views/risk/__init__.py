"""The risk page: risk points, how they are assessed, and what would move their colour."""
