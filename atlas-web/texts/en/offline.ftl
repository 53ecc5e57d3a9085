# Without the internet: sticks, kept pages, one page as a file, figures for other sites.

footer-stick = You are reading a copy carried by hand. It needs no internet. A newer edition may have been published since.

offline-title = Keep for reading without the internet
offline-lead = Pages are stored on this device and open without a connection, also those with maps. When you are online, a new edition takes the place of the old one. Tables and map files for download are not stored.
offline-measuring = Counting …
offline-keep-aimak = Keep the pages of this aimak ({ $mb } MB)
offline-keep-all = Keep the whole atlas in English ({ $mb } MB)
offline-stop = Stop
offline-remove = Remove what is kept
offline-progress = { $done } of { $all } MB
offline-done = Done. These pages now open without a connection.
offline-none = Nothing is kept yet.
offline-kept = Kept on this device: { $mb } MB.
offline-removed = Removed.
offline-failed = The connection broke off. What has arrived is kept; press again to go on.
offline-full = There is not enough room on this device.
offline-changed = A new edition is being published just now. Try again in a few minutes.
offline-missing-title = This page is not kept on this device
offline-missing = There is no connection, and this page was not kept for reading without the internet. Saved pages open as usual.
offline-home = To the home page

figure-simulated = Simulated data.
figure-save = Save as a picture: { $kind }

embed-title = Show this map and chart on another site
embed-how = Put this line into the other page. With #map or #ranking at the end of the address only one of the two is shown.
embed-look = How it looks there
embed-frame-title = { $indicator }: { $project }
embed-whole = All figures, intervals, method and sources of this indicator

stick-read-me =
    { $title }
    Edition { $edition }, { $date }

    To read the atlas, open the file index.html in this folder by a double click. Any browser will do; no internet is needed.
    Do not open it from inside an archive: unpack it first. Copy the folder as a whole, nothing of it stands alone.
    On a phone: copy the folder into its memory, then open index.html with a browser from the file manager.
    Tables and map files for your own work lie in the folder downloads.

single-file-note = This file holds the pages of one aimak with their charts and methods. It needs no internet. Maps of all aimaks, comparisons and data files stand in the whole atlas.
atlas-error-unknown-aimak = The release has no aimak with the code { $code }.
