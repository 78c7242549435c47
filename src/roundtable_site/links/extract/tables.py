"""Which attributes of HTML and SVG hold addresses. Source: https://html.spec.whatwg.org/multipage/indices.html#attributes-3."""

from __future__ import annotations

from collections.abc import Mapping

ONLY_ON = {
    "action": {"form"},
    "formaction": {"button", "input"},
    "poster": {"video"},
    "data": {"object"},
    "manifest": {"html"},
    "icon": {"menuitem", "command"},
    "lowsrc": {"img"},
    "dynsrc": {"img"},
    "usemap": {"img", "object", "input"},
    "srcdoc": {"iframe"},
    "content": {"meta"},
}
"""Attributes that hold an address on some elements and something else on others."""

NO_LINK_RELATIONS = frozenset({"preconnect", "dns-prefetch"})
"""Relations of `<link>` that name a host only; nothing needs to stand at that address."""

NO_LINK_ELEMENTS = frozenset(
    {
        *("article", "aside", "button", "div", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "i", "label"),
        *("li", "main", "nav", "ol", "option", "p", "section", "span", "strong", "td", "th", "tr", "ul"),
    }
)
"""Elements on which href and src mean nothing to a browser; scripts use them for purposes of their own."""

MUST_NOT_BE_EMPTY = frozenset(
    {
        *("a href", "area href", "link href", "img src", "script src", "source src", "iframe src", "embed src"),
        *("meta og:image", "meta og:url", "meta twitter:image", "meta refresh"),
        *("video src", "audio src", "track src", "video poster", "object data", "input src", "use href", "image href"),
        *("q cite", "blockquote cite", "ins cite", "del cite"),
    }
)
"""Where an empty address was forgotten: the page itself cannot be meant."""

META = frozenset(
    {
        *("og:image", "og:image:url", "og:image:secure_url", "og:url", "og:video", "og:video:url"),
        *("og:video:secure_url", "og:audio", "og:audio:url", "og:audio:secure_url"),
        *("twitter:image", "twitter:image:src", "twitter:player", "twitter:url"),
        *("msapplication-tileimage", "msapplication-config", "msapplication-square70x70logo"),
        *("msapplication-square150x150logo", "msapplication-square310x310logo", "msapplication-wide310x150logo"),
        *("thumbnail", "image", "url", "thumbnailurl", "contenturl", "embedurl", "logo", "mainentityofpage"),
    }
)
"""What `<meta property|name|itemprop>` names an address (Open Graph, Twitter cards, tiles, microdata)."""

SVG_PAINT = frozenset({"fill", "stroke", "clip-path", "mask", "filter", "marker-start", "marker-mid", "marker-end"})
"""Presentation attributes that may say url(#…)."""

MUST_LEAD: dict[str, tuple[str, ...]] = {
    "a": ("href",),
    "img": ("src", "srcset"),
    "link": ("href", "imagesrcset"),
}
"""Elements that are nothing without one of these attributes; other names with src or href are read by script."""


def lacks_address(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Tell whether an element that must lead somewhere has nothing that does, by itself or by script (`data-src`)."""
    if tag == "a":
        return not attributes
    return tag in MUST_LEAD and not any(
        ("src" in name or "href" in name) and not (name.endswith("srcset") and not (value or "").strip())
        for name, value in attributes.items()
    )


IGNORE = ("data-proofer-ignore", "data-links-ignore")
"""An element with one of these, and all in it, is left out (the first is what several checkers agree on)."""
