// What makes the page handier; without it everything is there as links, forms and downloads.
"use strict";

const said = document.getElementById("said");
const tell = (text) => {
  said.textContent = "";
  // Set anew a moment later, so that the same words are said again.
  setTimeout(() => { said.textContent = text; }, 50);
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => { said.textContent = ""; }, 4000);
};

// Where the page is not served over https the clipboard is not to be had, but this is.
const copyOldWay = (text, button) => {
  const area = document.createElement("textarea");
  area.value = text;
  button.after(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  button.focus();
  return copied;
};

const copy = async (button) => {
  const text = button.dataset.copy;
  let copied = false;
  try {
    await navigator.clipboard.writeText(text);
    copied = true;
  } catch {
    copied = copyOldWay(text, button);
  }
  tell(copied ? button.dataset.said : said.dataset.failed);
};

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
for (const keys of document.querySelectorAll(".keys")) keys.hidden = false;

const question = document.getElementById("q");
const hits = [...document.querySelectorAll(".entry h3 a")];
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && question) {
    event.preventDefault();
    question.focus();
    question.select();
  } else if (event.altKey && ["ArrowDown", "ArrowUp"].includes(event.key) && hits.length
             && event.target.type !== "date") { // there they open the calendar
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    const at = hits.indexOf(document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : hits.length - 1) : at + step;
    hits[Math.max(0, Math.min(hits.length - 1, next))].focus();
  } else if (["Delete", "Backspace"].includes(event.key) && event.target.matches("[data-chip]")) {
    event.preventDefault();
    event.target.click();
  }
});

const again = document.getElementById("again");
if (again) setTimeout(() => location.reload(), 3000);
