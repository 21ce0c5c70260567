"""Audit bags (迎检包): one sealed file for a visit, made from a plant's or a console's own records."""
