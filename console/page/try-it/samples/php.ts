import { hasPlates, lines, type Sample, singleQuoted } from './sample';

const EACH_PLATE = `foreach ($results as $result) {
    echo $result['plate'], "\\n";
}`;

export const php: Sample = {
  name: 'PHP',
  file: 'read.php',
  run: 'php read.php',
  write: (call) => `<?php
$request = curl_init(${singleQuoted(call.url)});
curl_setopt_array($request, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_HTTPHEADER => [${singleQuoted(`Authorization: Token ${call.token}`)}],
    CURLOPT_POSTFIELDS => [
${lines(call, (name, value) => `        ${singleQuoted(name)} => ${singleQuoted(value)},`)}        'upload' => new CURLFile(${singleQuoted(call.picture)}),
    ],
]);
$body = curl_exec($request);
if ($body === false) {
    throw new RuntimeException(curl_error($request));
}
$answer = json_decode($body, true, 512, JSON_THROW_ON_ERROR);
$results = $answer['results'] ?? throw new RuntimeException($answer['detail']);
${hasPlates(call) ? EACH_PLATE : 'echo $body, "\\n";'}
`,
};
