// Reports policy violations in the browser's log, which is kept across navigations, unlike a list in the page.
addEventListener('securitypolicyviolation', (event) => {
  const { effectiveDirective, blockedURI } = event;
  console.error(`policy violation: ${effectiveDirective} blocked ${blockedURI || 'inline'}`);
}, true);
