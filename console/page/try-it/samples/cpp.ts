import { lines, quoted, type Sample } from './sample';

const FIELD = `static void field(curl_mime *form, const char *name, const char *value) {
  curl_mimepart *part = curl_mime_addpart(form);
  curl_mime_name(part, name);
  curl_mime_data(part, value, CURL_ZERO_TERMINATED);
}

`;

export const cpp: Sample = {
  name: 'C++',
  file: 'read.cpp',
  run: 'c++ read.cpp -lcurl -o read && ./read',
  write: (call) => `#include <curl/curl.h>

#include <cstdio>

${call.fields.length > 0 ? FIELD : ''}int main() {
  CURL *request = curl_easy_init();
  curl_mime *form = curl_mime_init(request);
${lines(call, (name, value) => `  field(form, ${quoted(name)}, ${quoted(value)});`)}  curl_mimepart *picture = curl_mime_addpart(form);
  curl_mime_name(picture, "upload");
  curl_mime_filedata(picture, ${quoted(call.picture)});

  curl_slist *headers = curl_slist_append(nullptr, ${quoted(`Authorization: Token ${call.token}`)});
  curl_easy_setopt(request, CURLOPT_URL, ${quoted(call.url)});
  curl_easy_setopt(request, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(request, CURLOPT_MIMEPOST, form);
  CURLcode code = curl_easy_perform(request);  // writes the answer to standard output
  if (code != CURLE_OK) std::fprintf(stderr, "%s\\n", curl_easy_strerror(code));

  curl_slist_free_all(headers);
  curl_mime_free(form);
  curl_easy_cleanup(request);
  return code == CURLE_OK ? 0 : 1;
}
`,
};
