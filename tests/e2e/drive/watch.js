// The browser's log outlives the document, which a list in the page would not; so a violation is
// told there.
addEventListener('securitypolicyviolation', (event) => {
  const { effectiveDirective, blockedURI } = event;
  console.error(`policy violation: ${effectiveDirective} blocked ${blockedURI || 'inline'}`);
}, true);
