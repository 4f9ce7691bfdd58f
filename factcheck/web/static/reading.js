// Going through an article's findings by key: to the next and the one before, and from a place in
// the text to its finding in the queue. What is at hand is what the address names, so that every
// step can be gone back and handed on. Without JavaScript the links of the page do the same.
"use strict";

(function () {
  var NAMED = /^#(?:place|note)-(\d+)$/;

  function atHand() {
    var named = NAMED.exec(location.hash);
    return named === null ? null : named[1];
  }

  // The findings that are shown, in the order of the page; what is settled is hidden by the style.
  function places() {
    return Array.prototype.filter.call(document.querySelectorAll(".reader .flag:not([data-back])"), function (flag) {
      return flag.getClientRects().length > 0;
    });
  }

  function nextOf(flags, at, step) {
    if (at >= 0) return flags[(at + step + flags.length) % flags.length];
    return step > 0 ? flags[0] : flags[flags.length - 1];
  }

  function prepare() {
    var number = atHand();
    document.querySelectorAll("[data-place-letter]").forEach(function (link) {
      var here = link.dataset.finding === number;
      if (here) {
        link.dataset.letter = link.dataset.placeLetter;
      } else {
        delete link.dataset.letter;
      }
      link.querySelector("kbd").hidden = !here;
    });
    document.querySelectorAll(".note.now").forEach(function (note) {
      note.classList.remove("now");
    });
    var note = number !== null && document.getElementById("note-" + number);
    if (note) note.classList.add("now");
    var place = number !== null && document.getElementById("place-" + number);
    if (place) place.scrollIntoView({ block: "center" });
    steps(number);
  }

  function steps(number) {
    var links = document.querySelectorAll("[data-step]");
    if (links.length === 0) return;
    var flags = places();
    var at = flags.findIndex(function (flag) {
      return flag.id === "place-" + number;
    });
    if (flags.length === 0) return;
    links.forEach(function (link) {
      link.hash = nextOf(flags, at, Number(link.dataset.step)).id;
    });
    document.querySelector("[data-count]").textContent =
      (at >= 0 ? at + 1 + " of " : "") + flags.length;
  }

  // A step is taken from where the address is now, and what is at hand follows in the same task: the
  // browser tells of a new hash only later, when the next key may have come already.
  document.addEventListener("click", function (event) {
    var link = event.target.closest("[data-step]");
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    steps(atHand());
    location.hash = link.hash;
    prepare();
  });
  addEventListener("hashchange", prepare);
  document.addEventListener("change", function (event) {
    if (event.target.closest("[data-view]")) steps(atHand());
  });
  document.addEventListener("htmx:afterSettle", prepare);
  document.addEventListener("htmx:pushedIntoHistory", prepare);
  document.addEventListener("DOMContentLoaded", prepare);
})();
