import { hasPlates, lines, quoted, type Sample } from './sample';

const EACH_PLATE = `using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
foreach (var result in answer.RootElement.GetProperty("results").EnumerateArray())
{
    Console.WriteLine(result.GetProperty("plate").GetString());
}`;

export const csharp: Sample = {
  name: 'C#',
  file: 'Program.cs',
  run: 'dotnet run',
  write: (call) => `using System.Net.Http.Headers;
${hasPlates(call) ? 'using System.Text.Json;\n' : ''}
using var client = new HttpClient();
client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Token", ${quoted(call.token)});

using var form = new MultipartFormDataContent();
${lines(call, (name, value) => `form.Add(new StringContent(${quoted(value)}), ${quoted(name)});`)}form.Add(new StreamContent(File.OpenRead(${quoted(call.picture)})), "upload", ${quoted(call.picture)});

using var response = await client.PostAsync(${quoted(call.url)}, form);
response.EnsureSuccessStatusCode();
${hasPlates(call) ? EACH_PLATE : 'Console.WriteLine(await response.Content.ReadAsStringAsync());'}
`,
};
