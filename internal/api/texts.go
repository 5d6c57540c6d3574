package api

import "net/http"

// text is a sentence in German and English.
type text struct{ de, en string }

func (t text) in(lang string) string {
	if lang == "en" {
		return t.en
	}
	return t.de
}

// problemText says what is wrong and how to mend it.
type problemText struct{ detail, fix text }

var titles = map[int]text{
	http.StatusMovedPermanently:      {"Umgezogen", "Moved Permanently"},
	http.StatusBadRequest:            {"Falsche Anfrage", "Bad Request"},
	http.StatusNotFound:              {"Nicht gefunden", "Not Found"},
	http.StatusMethodNotAllowed:      {"Methode nicht erlaubt", "Method Not Allowed"},
	http.StatusNotAcceptable:         {"Format nicht verfügbar", "Not Acceptable"},
	http.StatusRequestTimeout:        {"Zeit abgelaufen", "Request Timeout"},
	http.StatusRequestEntityTooLarge: {"Anfrage zu groß", "Content Too Large"},
	http.StatusUnsupportedMediaType:  {"Format nicht unterstützt", "Unsupported Media Type"},
	http.StatusUnprocessableEntity:   {"Falsche Anfrage", "Unprocessable Content"},
	http.StatusTooManyRequests:       {"Zu viele Anfragen", "Too Many Requests"},
	statusClientGone:                 {"Abgebrochen", "Client Closed Request"},
	http.StatusInternalServerError:   {"Interner Fehler", "Internal Server Error"},
	http.StatusServiceUnavailable:    {"Nicht bereit", "Service Unavailable"},
}

var statusCodes = map[int]string{
	http.StatusNotFound:              "not_found",
	http.StatusMethodNotAllowed:      "method_not_allowed",
	http.StatusNotAcceptable:         "not_acceptable",
	http.StatusRequestTimeout:        "timeout",
	http.StatusRequestEntityTooLarge: "body_too_large",
	http.StatusUnsupportedMediaType:  "unsupported_media_type",
	http.StatusTooManyRequests:       "rate_limited",
	http.StatusServiceUnavailable:    "not_ready",
}

// possibleValues stands before the values that are possible.
var possibleValues = text{"Möglich sind: ", "Possible are: "}

var problemTexts = map[string]problemText{
	"moved": {
		text{"Das Netzwerk lebt unter einer anderen Kennung weiter.", "The network lives on under another id."},
		text{"Folgen Sie der Adresse im Kopf Location.", "Follow the address in the Location header."}},
	"invalid_request": {
		text{"Die Anfrage ist nicht richtig aufgebaut.", "The request is malformed."},
		text{"Die Beschreibung der Schnittstelle steht unter /api/v1/openapi.json.", "The interface is described at /api/v1/openapi.json."}},
	"invalid_query": {
		text{"Die Parameter der Adresse sind nicht richtig kodiert.", "The parameters of the address are not encoded correctly."},
		text{"Kodieren Sie jeden Wert für Adressen, zum Beispiel % als %25 und ; als %3B.", "Encode every value for URLs, for example % as %25 and ; as %3B."}},
	"unknown_network": {
		text{"Ein Netzwerk mit dieser Kennung gibt es nicht.", "There is no network of this id."},
		text{"Suchen Sie es mit /api/v1/search?q=…; jeder Treffer nennt seine Kennung.", "Search for it with /api/v1/search?q=…; every hit names its id."}},
	"not_found": {
		text{"Diese Adresse gibt es nicht.", "There is nothing at this address."},
		text{"Die gültigen Adressen stehen unter /api/v1/openapi.json.", "The valid addresses are listed at /api/v1/openapi.json."}},
	"method_not_allowed": {
		text{"Diese Methode gibt es unter dieser Adresse nicht.", "This address does not know this method."},
		text{"Der Kopf Allow nennt die erlaubten Methoden.", "The Allow header names the methods allowed."}},
	"not_acceptable": {
		text{"Antworten gibt es nur als JSON.", "Answers come as JSON only."},
		text{"Lassen Sie den Kopf Accept weg oder setzen Sie ihn auf application/json.", "Leave the Accept header out or set it to application/json."}},
	"timeout": {
		text{"Die Anfrage kam nicht rechtzeitig an.", "The request did not arrive in time."},
		text{"Senden Sie sie noch einmal.", "Send it again."}},
	"body_too_large": {
		text{"Die Anfrage ist größer als 64 KiB.", "The request is larger than 64 KiB."},
		text{"Kürzen Sie den Text auf höchstens 20.000 Zeichen.", "Shorten the text to at most 20,000 characters."}},
	"unsupported_media_type": {
		text{"Die Anfrage ist kein JSON.", "The request is not JSON."},
		text{"Senden Sie unkomprimiertes JSON in UTF-8 mit Content-Type: application/json.", "Send uncompressed JSON in UTF-8 with Content-Type: application/json."}},
	"invalid_json": {
		text{"Der Inhalt der Anfrage ist kein gültiges JSON-Objekt.", "The request's content is not a valid JSON object."},
		text{`Senden Sie genau ein Objekt, zum Beispiel {"text": "Wir bauen Roboter"}.`, `Send exactly one object, for example {"text": "We build robots"}.`}},
	"unknown_parameter": {
		text{"Den Parameter „{field}“ gibt es nicht.", "There is no parameter “{field}”."},
		text{"Erlaubt sind hier: {known}.", "Allowed here are: {known}."}},
	"unknown_field": {
		text{"Den Schlüssel „{field}“ gibt es nicht.", "There is no key “{field}”."},
		text{"Erlaubt sind text, technologies, industries, needs, place, phase, size, limit und lang.", "Allowed are text, technologies, industries, needs, place, phase, size, limit and lang."}},
	"wrong_type_text": {
		text{"Der Wert von „{field}“ ist kein Text.", "The value of “{field}” is not a string."},
		text{"Setzen Sie ihn in Anführungszeichen.", "Put it in quotes."}},
	"wrong_type_list": {
		text{"Der Wert von „{field}“ ist keine Liste von Texten.", "The value of “{field}” is not a list of strings."},
		text{`Schreiben Sie ihn als Liste, zum Beispiel {example}.`, `Write it as a list, for example {example}.`}},
	"wrong_type_number": {
		text{"Der Wert von „{field}“ ist keine ganze Zahl.", "The value of “{field}” is not an integer."},
		text{"Schreiben Sie ihn als Ziffern ohne Anführungszeichen, zum Beispiel 10.", "Write it as digits without quotes, for example 10."}},
	"rate_limited": {
		text{"Von Ihrer Adresse kamen zu viele Anfragen.", "Too many requests came from your address."},
		text{"Warten Sie so viele Sekunden, wie der Kopf Retry-After nennt.", "Wait as many seconds as the Retry-After header says."}},
	"canceled": {
		text{"Die Anfrage wurde abgebrochen.", "The request was canceled."},
		text{"Senden Sie sie noch einmal.", "Send it again."}},
	"internal": {
		text{"Bei uns ist ein Fehler aufgetreten.", "An error occurred on our side."},
		text{"Versuchen Sie es später noch einmal; der Fehler ist aufgezeichnet.", "Try again later; the error has been recorded."}},
	"not_ready": {
		text{"Der Dienst ist noch nicht bereit.", "The service is not ready yet."},
		text{"Versuchen Sie es in einigen Sekunden noch einmal.", "Try again in a few seconds."}},
}
