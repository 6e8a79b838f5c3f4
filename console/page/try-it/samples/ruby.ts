import { hasPlates, lines, type Sample, singleQuoted } from './sample';

export const ruby: Sample = {
  name: 'Ruby',
  file: 'read.rb',
  run: 'ruby read.rb',
  write: (call) => `require 'json'
require 'net/http'

uri = URI(${singleQuoted(call.url)})
request = Net::HTTP::Post.new(uri, 'Authorization' => ${singleQuoted(`Token ${call.token}`)})
request.set_form(
  [
${lines(call, (name, value) => `    [${singleQuoted(name)}, ${singleQuoted(value)}],`)}    ['upload', File.open(${singleQuoted(call.picture)}, 'rb')]
  ],
  'multipart/form-data'
)
response = Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == 'https') { |http| http.request(request) }
answer = JSON.parse(response.body)
raise answer['detail'] unless response.is_a?(Net::HTTPSuccess)

${hasPlates(call) ? "answer['results'].each { |result| puts result['plate'] }" : 'puts response.body'}
`,
};
