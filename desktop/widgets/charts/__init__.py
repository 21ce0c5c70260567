"""Charts that paint themselves in the theme's colours; every part of one can be pressed, by pointer and by keys."""
