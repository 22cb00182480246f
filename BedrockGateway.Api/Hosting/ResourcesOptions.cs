using System.ComponentModel.DataAnnotations;

namespace BedrockGateway.Api.Hosting;

/// <summary>The stack's outputs, as <c>AWS__Resources__*</c> brings them to the functions.</summary>
internal sealed class ResourcesOptions
{
    public const string SectionName = "AWS:Resources";

    /// <summary>Id of the user pool, such as <c>eu-west-1_aB3dE5gH7</c>. Required.</summary>
    [Required(ErrorMessage = "not set")]
    [RegularExpression(@"[A-Za-z0-9-]{1,40}_[A-Za-z0-9]{1,60}", ErrorMessage = "not the id of a user pool")]
    public string UserPoolId { get; set; } = "";

    /// <summary>Id of the pool's client, the audience of every ID token. Required.</summary>
    [Required(ErrorMessage = "not set")]
    public string UserPoolClientId { get; set; } = "";

    /// <summary>Id of the REST API that the usage plan covers. Required.</summary>
    [Required(ErrorMessage = "not set")]
    public string RestApiId { get; set; } = "";

    /// <summary>Name of the stage that the usage plan covers, such as <c>prod</c>. Required.</summary>
    [Required(ErrorMessage = "not set")]
    public string StageName { get; set; } = "";

    /// <summary>Id of the usage plan that new keys join. Required.</summary>
    [Required(ErrorMessage = "not set")]
    public string UsagePlanId { get; set; } = "";

    /// <summary>Name of the stack, the first part of every key's name. Required.</summary>
    [Required(ErrorMessage = "not set")]
    public string StackName { get; set; } = "";

    /// <summary>Name of the key that belongs to the user of this subject.</summary>
    public string KeyNameOf(string subject) => $"{StackName}-{subject}";
}
