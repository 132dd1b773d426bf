// The app in Angular, compiled in the browser.
import "@angular/compiler";
import { Component, CUSTOM_ELEMENTS_SCHEMA, type ElementRef, signal, ViewChild } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import "heard-widget/define";
import type { HeardWidget } from "heard-widget";
import { INITIAL_STATE, host, listen, recordAs } from "../host";

@Component({
  selector: "host-app",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <section (heard-capture)="captured($event)">
      @if (now().shown) {
        <ul>
          @for (key of now().order; track key) {
            <li>
              @if (key === "widget") {
                <heard-widget
                  #main
                  id="main"
                  [storageKey]="now().storageKey"
                  [targetTalk]="now().targetTalk"
                  [haptics]="now().haptics"
                  [hidden]="now().hidden"
                  (heard-floor-change)="declared($event)"
                  (heard-before-export)="takeOver($event)"
                >
                  <p id="note">{{ now().note }}</p>
                </heard-widget>
              } @else {
                {{ key }}
              }
            </li>
          }
        </ul>
      }
    </section>
    <heard-widget id="plain" [attr.storage-key]="now().plainKey" target-talk="40"></heard-widget>
  `,
})
class App {
  now = signal(INITIAL_STATE);
  captured = recordAs("ancestor");
  declared = recordAs("declared");
  #main: HeardWidget | undefined;
  #end: (() => void) | undefined;

  constructor() {
    host((changes) => this.now.update((now) => ({ ...now, ...changes })), () => this.#main);
  }

  @ViewChild("main")
  set main(main: ElementRef<HeardWidget> | undefined) {
    if (main?.nativeElement === this.#main) return;
    this.#end?.();
    this.#main = main?.nativeElement;
    this.#end = this.#main && listen(this.#main, "heard-meeting-start", "ref");
  }

  takeOver(event: Event) {
    if (this.now().takesExports) event.preventDefault();
  }
}

document.querySelector("#app")!.append(document.createElement("host-app"));
bootstrapApplication(App).catch((error: unknown) => console.error(error));
