// What the desk adds with JavaScript: single-key shortcuts, and focus where the work goes on.
// Every letter is stated by the page itself, in data-letter; nothing here is needed to decide.
"use strict";

(function () {
  document.documentElement.classList.add("scripted");

  function writing(element) {
    return element.closest("input, textarea, select, [contenteditable]") !== null;
  }

  // While an answer is under way the page still shows what was decided. A key that comes then does
  // nothing, nor do those typed on in one go with it: they were not meant for what comes up next.
  var PAUSE = 500; // milliseconds: longer than between two letters, shorter than a look
  var last = -PAUSE;
  function early(event) {
    var typedOn = event.timeStamp - last < PAUSE;
    if (!typedOn && document.querySelector(".htmx-request") === null) return false;
    last = event.timeStamp;
    return true;
  }

  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && writing(event.target)) {
      event.target.blur();
      return;
    }
    if (event.key.length !== 1 || event.repeat || writing(event.target)) return;
    if (early(event)) return;
    var wanted = document.querySelector('[data-letter="' + CSS.escape(event.key) + '"]');
    if (wanted === null) return;
    event.preventDefault();
    if (writing(wanted)) {
      wanted.focus();
    } else {
      wanted.click();
    }
  });

  // A decision and a step along the list load the next finding: its heading takes the focus,
  // whether htmx swaps it in or, before htmx is ready, the whole page loads.
  function goOn() {
    var next = document.querySelector("#main [data-focus]") || document.getElementById("main");
    next.focus({ preventScroll: true });
    var narrow = matchMedia("(max-width: 50rem)").matches;
    next.scrollIntoView({ block: narrow ? "start" : "nearest" });
    var row = document.querySelector(".rows .at");
    if (row === null) return;
    var list = row.closest(".list");
    if (list !== null && list.scrollHeight > list.clientHeight) {
      list.scrollTop = row.offsetTop - list.clientHeight / 3;
    } else if (!narrow) {
      row.scrollIntoView({ block: "nearest" });
    }
  }

  // What cannot be shown as a page is said where decisions are: nobody may think it was done.
  function say(text) {
    var line = document.createElement("div");
    line.className = "problem";
    line.appendChild(document.createElement("p")).textContent = text;
    document.getElementById("said").replaceChildren(line);
  }

  ["htmx:sendError", "htmx:timeout"].forEach(function (name) {
    document.addEventListener(name, function () {
      say("The desk does not answer. Nothing was decided; try again.");
    });
  });
  document.addEventListener("htmx:beforeSwap", function (event) {
    var answer = event.detail.xhr;
    if (/^text\/html/.test(answer.getResponseHeader("content-type") || "")) return;
    event.detail.shouldSwap = false;
    say(answer.responseText.slice(0, 300));
  });

  document.addEventListener("htmx:afterSettle", function (event) {
    if (event.target.id === "main") goOn();
  });
  if (new URLSearchParams(location.search).has("at")) goOn();
})();
