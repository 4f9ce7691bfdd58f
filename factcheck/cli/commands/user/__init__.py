"""Keep the accounts of the desk."""
