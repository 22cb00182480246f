using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Pages.Masking;

namespace BedrockGateway.LocalAws.Pages.Api;

/// <summary>An API key without its value.</summary>
/// <param name="Id">Id of the key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">The mask and the last four characters, by which keys can be told apart.</param>
/// <param name="Enabled">Whether it works.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record KeyView(string Id, string? Name, string Value, bool Enabled, DateTimeOffset CreatedAt)
{
    private const int ShownChars = 4;

    public static KeyView Of(ApiKey key) =>
        new(key.Id, key.Name, $"{SecretMask.Text}{key.Value[^ShownChars..]}", key.Enabled, key.CreatedDate);
}
