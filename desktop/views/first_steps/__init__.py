"""The first steps of a new plant: a list on the first page, and a bar that goes along to the page of each step."""
