# Without the internet: sticks, kept pages, one page as a file, figures for other sites.

footer-stick = You are reading a copy carried by hand. It needs no internet. A newer edition may have been published since.
