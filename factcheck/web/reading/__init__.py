"""What the reading view shows, as data: text cut at its marks, fields, differences, the ledger."""
