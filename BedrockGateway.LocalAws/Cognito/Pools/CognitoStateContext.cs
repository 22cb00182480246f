using System.Text.Json;
using System.Text.Json.Serialization;
using BedrockGateway.LocalAws.Cognito.Tokens;

namespace BedrockGateway.LocalAws.Cognito.Pools;

[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true, Converters = [typeof(UserAttributesConverter)])]
[JsonSerializable(typeof(RefreshSession))]
[JsonSerializable(typeof(Revocation))]
[JsonSerializable(typeof(SavedClient))]
[JsonSerializable(typeof(SavedUserPool))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(UserPoolGroup))]
internal sealed partial class CognitoStateContext : JsonSerializerContext;

/// <summary>A pool as it is kept.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Settings">What it was told.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ModifiedAt">When it last changed.</param>
/// <param name="PretenceKey">What <see cref="UserPool.PretenceKey"/> says.</param>
/// <param name="Keys">Its signing keys, where they are made.</param>
internal sealed record SavedUserPool(
    string Id,
    string Name,
    UserPoolSettings Settings,
    DateTimeOffset CreatedAt,
    DateTimeOffset ModifiedAt,
    byte[] PretenceKey,
    SavedSigningKeys? Keys);

/// <summary>A client as it is kept.</summary>
internal sealed record SavedClient(string PoolId, UserPoolClient Client);

/// <summary>Keeps attributes as an object, whose order is theirs.</summary>
internal sealed class UserAttributesConverter : JsonConverter<UserAttributes>
{
    public override UserAttributes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var attributes = new List<AttributeType>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            attributes.Add(new(name, reader.GetString()));
        }

        return UserAttributes.FromWire(attributes);
    }

    public override void Write(Utf8JsonWriter writer, UserAttributes value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, text) in value)
        {
            writer.WriteString(name, text);
        }

        writer.WriteEndObject();
    }
}
