"""The commands: a module each, whose name is the command's."""
