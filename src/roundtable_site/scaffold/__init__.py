"""What `init` and `new` lay down: a site to start from (`site`), and an article brought into it (`article`).

Nothing is ever overwritten. Each command loads its own: making a site needs nothing that reads articles.
"""
