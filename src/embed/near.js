// When a lazy widget is wanted: it comes near the screen, or somebody touches what stands in its place.
const NEAR = "200px";

// Calls `then`, perhaps more than once; gives what ends the watch.
function whenNear(element, base, then) {
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) then();
  }, { rootMargin: NEAR });
  for (const sign of ["pointerdown", "focusin"]) base.addEventListener(sign, () => then(), { once: true });
  seen.observe(element);
  return () => seen.disconnect();
}

export { whenNear };
