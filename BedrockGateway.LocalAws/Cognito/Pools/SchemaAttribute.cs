namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>One attribute that users of a pool can have.</summary>
/// <param name="Name">Without <c>custom:</c> where a pool is created, with it where it is described.</param>
/// <param name="AttributeDataType">
/// <c>String</c>, <c>Number</c>, <c>DateTime</c> or <c>Boolean</c>. Default <c>String</c>.
/// </param>
/// <param name="DeveloperOnlyAttribute">Legacy <c>dev:</c> attributes, which are refused.</param>
/// <param name="Mutable">
/// Whether its value can change once it is set. Default true for standard attributes, else false.
/// </param>
/// <param name="Required">Whether <c>SignUp</c> must carry it. Default false.</param>
/// <param name="NumberAttributeConstraints">Range of a <c>Number</c>.</param>
/// <param name="StringAttributeConstraints">Length of a <c>String</c>.</param>
internal sealed record SchemaAttribute(
    string? Name = null,
    string? AttributeDataType = null,
    bool? DeveloperOnlyAttribute = null,
    bool? Mutable = null,
    bool? Required = null,
    NumberConstraints? NumberAttributeConstraints = null,
    StringConstraints? StringAttributeConstraints = null);

/// <summary>Smallest and largest value, as decimal text.</summary>
internal sealed record NumberConstraints(string? MinValue = null, string? MaxValue = null);

/// <summary>Smallest and largest number of characters, as decimal text.</summary>
internal sealed record StringConstraints(string? MinLength = null, string? MaxLength = null);
