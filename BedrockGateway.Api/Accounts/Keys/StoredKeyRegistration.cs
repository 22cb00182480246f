using BedrockGateway.Api.Hosting;

namespace BedrockGateway.Api.Accounts;

internal static class StoredKeyRegistration
{
    public static void AddStoredKey(this WebApplicationBuilder builder, SettingsRegistration settings)
    {
        var text = builder.Configuration[StoredKey.Setting];
        if (!bool.TryParse(string.IsNullOrEmpty(text) ? bool.TrueString : text, out var isValue))
        {
            settings.Refuse($"{StoredKey.Setting} is '{text}'; it must be true or false");
        }

        builder.Services.AddSingleton(new StoredKey(isValue));
    }
}
