// What the pages do beyond being read. Each part stands alone; without this file everything but search, filters and copying works.
(function () {
  "use strict";

  var find = document.querySelector(".find");
  var filters = document.getElementById("filters");
  var search = document.getElementById(filters ? "q" : "find");

  // "/" leads to the search from anywhere but a field.
  document.addEventListener("keydown", function (event) {
    var inField = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !inField && !event.ctrlKey && !event.metaKey && !event.altKey && search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
    if (event.key === "Escape") {
      closeMenus(null);
    }
  });

  // A menu closes when something else is chosen.
  function closeMenus(except) {
    document.querySelectorAll(".menu[open]").forEach(function (menu) {
      if (menu !== except) {
        menu.open = false;
      }
    });
  }
  document.addEventListener("click", function (event) {
    closeMenus(event.target.closest(".menu"));
  });

  if (find) {
    find.hidden = false;
    find.addEventListener("submit", function (event) {
      event.preventDefault();
      location.href = find.dataset.rules + "#" + new URLSearchParams({ q: search.value });
    });
  }

  // Commands are copied; where the browser has no clipboard for pages from disk, they are selected.
  var told = document.getElementById("told");
  document.querySelectorAll(".copy").forEach(function (button) {
    var code = button.previousElementSibling;
    button.hidden = false;
    button.addEventListener("click", function () {
      copy(code).then(function (done) {
        var label = done ? "Copied" : "Selected";
        button.textContent = label;
        told.textContent = label + ": " + code.textContent;
        setTimeout(function () { button.textContent = "Copy"; }, 1600);
      });
    });
  });

  function copy(code) {
    if (navigator.clipboard) {
      return navigator.clipboard.writeText(code.textContent).then(
        function () { return true; },
        function () { return select(code); });
    }
    return Promise.resolve(select(code));
  }

  function select(code) {
    var range = document.createRange();
    range.selectNodeContents(code);
    var selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return document.execCommand("copy");
  }

  // A drawing that is wider than its place, on a phone say, shows the lane in which the APC runs.
  if (window.IntersectionObserver) {
    var drawings = new IntersectionObserver(function (seen) {
      seen.forEach(function (one) {
        if (one.isIntersecting) {
          drawings.unobserve(one.target);
          showLane(one.target);
        }
      });
    });
    document.querySelectorAll(".figure").forEach(function (figure) { drawings.observe(figure); });
  }

  function showLane(figure) {
    var lane = figure.querySelector(".apc-shown");
    if (!lane || figure.scrollWidth <= figure.clientWidth) {
      return;
    }
    var box = lane.getBoundingClientRect();
    var frame = figure.getBoundingClientRect();
    var toItsEnd = box.right - frame.right + 4;
    var toItsBeginning = box.left - frame.left - 4;
    if (toItsEnd > 0) {
      figure.scrollLeft += Math.min(toItsEnd, toItsBeginning);
    }
  }

  // What is folded is printed as well.
  var folded = [];
  addEventListener("beforeprint", function () {
    folded = Array.from(document.querySelectorAll("main details:not([open])"));
    folded.forEach(function (details) { details.open = true; });
  });
  addEventListener("afterprint", function () {
    folded.forEach(function (details) { details.open = false; });
  });

  // A scenario that somebody was sent to is unfolded.
  function unfold() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.classList.contains("scenario")) {
      target.querySelectorAll("details.showing").forEach(function (details) { details.open = true; });
    }
  }
  if (!filters) {
    addEventListener("hashchange", unfold);
    unfold();
    return;
  }

  // The filters. Their state is the part of the address behind "#", so it can be shared and "back" works.
  var rows = Array.from(document.querySelectorAll(".lookup tbody tr"));
  var fields = ["q", "area", "level", "target", "verdict", "api"];
  var tally = document.getElementById("tally");
  var nothing = document.getElementById("nothing");
  rows.forEach(function (row) {
    row.rule = row.querySelector("code.id").textContent;
  });
  var index = JSON.parse(document.getElementById("index").textContent);
  filters.hidden = false;

  function stateOfAddress() {
    var given = new URLSearchParams(location.hash.slice(1));
    var state = {};
    fields.forEach(function (name) {
      state[name] = given.get(name) || "";
    });
    return state;
  }

  function stateOfForm() {
    var state = {};
    fields.forEach(function (name) {
      state[name] = filters.elements[name].value.trim();
    });
    return state;
  }

  function addressOf(state) {
    var given = new URLSearchParams();
    fields.forEach(function (name) {
      if (state[name]) {
        given.set(name, state[name]);
      }
    });
    return "#" + given;
  }

  function matches(row, state, hits) {
    var data = row.dataset;
    return (!state.area || data.area === state.area)
      && (!state.level || data.level === state.level)
      && (!state.api || data.apis.split(" ").indexOf(state.api) >= 0)
      && verdictMatches(data.verdicts.split(" "), state)
      && (!hits || hits.has(row.rule));
  }

  // The search is that of `apctck rules --search`: see RuleIndex, which has made the index.
  function wordsOf(text) {
    index.spellings.forEach(function (pair) {
      text = text.replace(new RegExp(pair[0], "gi"), pair[1]);
    });
    var words = new Set();
    text.split(/[^A-Za-z0-9_]+/).forEach(function (word) {
      var parts = word.replace(/([a-z0-9])([A-Z])/g, "$1 $2").split(/[ _]+/);
      [word].concat(parts.length > 1 ? parts : []).forEach(function (part) {
        var small = part.toLowerCase();
        if (small && index.stop.indexOf(small) < 0) {
          words.add(small);
        }
      });
    });
    return Array.from(words);
  }

  function found(word) {
    var terms = new Map();
    function beginning(letters) {
      Object.keys(index.forms).forEach(function (form) {
        if (form.startsWith(letters)) {
          index.forms[form].forEach(function (term) { terms.set(term, 0.5); });
        }
      });
    }
    if (word.length >= 3) {
      beginning(word);
    }
    (Object.hasOwn(index.forms, word) ? index.forms[word] : []).forEach(function (term) { terms.set(term, 1); });
    for (var length = word.length - 1; terms.size === 0 && length >= 4; length--) {
      beginning(word.slice(0, length));
    }
    return terms;
  }

  // The rules that have most of the words, with their place: the best first.
  function searched(query) {
    var scores = index.rules.map(function () { return 0; });
    var counts = scores.slice();
    wordsOf(query).forEach(function (word) {
      var best = index.rules.map(function () { return 0; });
      found(word).forEach(function (factor, term) {
        var posting = index.postings[term];
        var rarity = Math.log(1 + index.rules.length / posting.length);
        posting.forEach(function (entry) {
          best[entry[0]] = Math.max(best[entry[0]], factor * entry[1] * rarity);
        });
      });
      best.forEach(function (score, rule) {
        scores[rule] += score;
        counts[rule] += score > 0 ? 1 : 0;
      });
    });
    var least = Math.max(1, Math.max.apply(null, counts) - 1);
    var exact = query.trim().toUpperCase();
    var hits = index.rules.map(function (rule, number) {
      return { rule: rule, isExact: rule === exact, words: counts[number], score: scores[number] * counts[number] };
    }).filter(function (hit) { return hit.words >= least; });
    hits.sort(function (one, other) { return other.isExact - one.isExact || other.score - one.score; });
    return new Map(hits.map(function (hit, place) { return [hit.rule, place]; }));
  }

  function verdictMatches(verdicts, state) {
    if (!state.verdict) {
      return true;
    }
    return verdicts.some(function (one) {
      var colon = one.indexOf(":");
      return one.slice(colon + 1) === state.verdict && (!state.target || one.slice(0, colon) === state.target);
    });
  }

  function show(state) {
    var hits = state.q ? searched(state.q) : null;
    var shown = 0;
    rows.forEach(function (row) {
      row.hidden = !matches(row, state, hits);
      shown += row.hidden ? 0 : 1;
    });
    // The best first; without a search in the order of the catalogue.
    rows.slice().sort(function (one, other) {
      return hits ? (hits.get(one.rule) ?? rows.length) - (hits.get(other.rule) ?? rows.length) : 0;
    }).forEach(function (row) { row.parentNode.appendChild(row); });
    tally.textContent = (shown === rows.length ? "" : shown + " of ") + rows.length + " rules";
    nothing.hidden = shown > 0;
  }

  function readAddress() {
    var state = stateOfAddress();
    fields.forEach(function (name) {
      var field = filters.elements[name];
      if (field.value.trim() !== state[name]) {
        field.value = state[name];
      }
    });
    show(state);
  }

  // Typing replaces the address, so that "back" does not go letter by letter; choosing adds to the history.
  filters.addEventListener("input", function (event) {
    var state = stateOfForm();
    if (event.target === search) {
      location.replace(addressOf(state));
    } else {
      location.hash = addressOf(state);
    }
    show(state);
  });
  filters.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  filters.addEventListener("reset", function (event) {
    event.preventDefault();
    location.hash = "#";
    readAddress();
    search.focus();
  });
  addEventListener("hashchange", readAddress);
  readAddress();
})();
