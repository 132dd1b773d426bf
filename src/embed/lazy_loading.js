// Detects when a lazy widget is needed: it comes near the viewport or gets input.
const MARGIN = "200px";

// Calls `callback`, possibly more than once. Returns a function that stops observing.
function onNearViewport(element, base, callback) {
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) callback();
  }, { rootMargin: MARGIN });
  for (const event of ["pointerdown", "focusin"]) base.addEventListener(event, () => callback(), { once: true });
  observer.observe(element);
  return () => observer.disconnect();
}

export { onNearViewport };
