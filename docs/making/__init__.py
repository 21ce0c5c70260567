"""Makes what is made of the documentation: pictures, the cookbook of rules, the page of the API, the site."""
