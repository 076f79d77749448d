
// The form: files dropped anywhere fill it, Ctrl+Enter sends it. Without a
// script, files are sent with the form.
(() => {
  const form = document.querySelector(".start form");
  if (!form) return;
  const text = form.querySelector("#text");
  const file = form.querySelector("#file");
  const status = form.querySelector("#dropped");

  const take = async (f) => {
    if (!f) return;
    if (/\.html?$/i.test(f.name) || f.type === "text/html") {
      status.textContent = "That is a web page: paste its text, or read it with examples/webpage.";
    } else if (f.size > Number(form.dataset.max)) {
      status.textContent = f.name + " is longer than " + form.dataset.max + " bytes.";
    } else {
      text.value = await f.text();
      file.value = "";
      status.textContent = f.name + " is ready to be read.";
      text.focus();
    }
  };
  const dropping = (on) => document.body.classList.toggle("dropping", on);
  addEventListener("dragover", (e) => { e.preventDefault(); dropping(true); });
  addEventListener("dragleave", () => dropping(false));
  addEventListener("drop", (e) => {
    e.preventDefault();
    dropping(false);
    take(e.dataTransfer.files[0]);
  });
  file.addEventListener("change", () => take(file.files[0]));
  text.addEventListener("keydown", (e) => {
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) form.requestSubmit(form.querySelector(".primary"));
  });
})();
