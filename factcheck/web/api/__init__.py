"""The same resources as JSON, one a module; mounted under ``/api`` with their description."""
