"""An example day, played on the real window as a person would: with keys, clicks and a look at what comes of them."""
