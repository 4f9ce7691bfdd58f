// The key that leads from a place in the text back to its finding in the queue: it belongs to the
// finding whose place or note the address names. Without JavaScript the links do the same.
"use strict";

(function () {
  function letter() {
    var links = document.querySelectorAll("[data-place-letter]");
    if (links.length === 0) return;
    var there = /^#(?:place|note)-(\d+)$/.exec(location.hash);
    links.forEach(function (link) {
      var here = there !== null && link.dataset.finding === there[1];
      if (here) {
        link.dataset.letter = link.dataset.placeLetter;
      } else {
        delete link.dataset.letter;
      }
      link.querySelector("kbd").hidden = !here;
    });
    var place = there !== null && document.getElementById("place-" + there[1]);
    if (place) place.scrollIntoView({ block: "center" });
  }

  addEventListener("hashchange", letter);
  document.addEventListener("htmx:afterSettle", letter);
  document.addEventListener("htmx:pushedIntoHistory", letter);
  document.addEventListener("DOMContentLoaded", letter);
})();
