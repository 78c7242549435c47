"""Run the command line as `python -m roundtable_site`."""

from roundtable_site.cli import main

if __name__ == "__main__":
    main()
