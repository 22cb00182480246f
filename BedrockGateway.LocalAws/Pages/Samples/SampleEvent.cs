using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Pages.Samples;

/// <summary>An event to begin with.</summary>
/// <param name="Name">Names it among the samples of a function: <c>POST /register</c>.</param>
/// <param name="Note">What to know before sending it; <see langword="null"/> for nothing.</param>
/// <param name="Event">The event, secrets included.</param>
internal sealed record SampleEvent(string Name, string? Note, JsonNode Event);
