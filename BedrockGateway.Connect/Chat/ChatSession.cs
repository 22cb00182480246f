using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.Connect.Sessions;

namespace BedrockGateway.Connect.Chat;

/// <summary>A conversation on the terminal; the model's words appear as it writes them.</summary>
internal sealed class ChatSession(ChatClient client, SessionKeeper sessions, ITerminal terminal)
{
    private const string Prompt = "> ";

    public async Task RunAsync(string model, CancellationToken cancellationToken)
    {
        terminal.Tell($"Talking to {model}. An empty line, or the end of the input, ends it.");
        var messages = new List<(string Role, string Text)>();
        while (await terminal.ReadLineAsync(Prompt, cancellationToken) is { Length: > 0 } said)
        {
            messages.Add(("user", said));
            try
            {
                messages.Add(("assistant", await AnswerAsync(model, messages, cancellationToken)));
            }
            catch (Exception fault) when (fault is ConnectException or HttpRequestException or IOException)
            {
                // The question can be asked again.
                messages.RemoveAt(messages.Count - 1);
                terminal.Write("\n");
                terminal.Tell(fault is ConnectException ? fault.Message : "The gateway cannot be reached.");
            }
        }
    }

    private async Task<string> AnswerAsync(
        string model, List<(string Role, string Text)> messages, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["model"] = model,
            ["stream"] = true,
            ["messages"] = new JsonArray(
            [
                .. messages.Select(message =>
                    new JsonObject { ["role"] = message.Role, ["content"] = message.Text }),
            ]),
        };
        var answer = new StringBuilder();
        var session = await sessions.GetAsync(cancellationToken);
        await foreach (var piece in client.StreamAsync(sessions.Gateway, session, body, cancellationToken))
        {
            answer.Append(piece);
            terminal.Write(piece);
        }

        terminal.Write("\n");
        return answer.ToString();
    }
}
