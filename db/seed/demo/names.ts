/**
 * First names and surnames from everywhere, put together by chance alone: a name says nothing of where anybody comes
 * from, by which road they came into care, or what papers they have.
 */
export const FIRST_NAMES = words(`
  Aaliyah Aaron Abbie Abdul Abel Abigail Adam Adanna Adele Aden Agnes Ahmed Aisha Alana Alex Alfie Alice Alina Amara
  Amelia Amir Amy Ana Andre Aneta Angel Anisa Anna Anton Anya April Archie Aria Arjun Armin Asha Ashley Aster Ava Ayo
  Bailey Barnaby Bea Bella Ben Beth Bilal Billie Blake Blessing Bonnie Bradley Brandon Callum Cameron Cara Carlos
  Carys Casey Charlie Chelsea Chidi Chloe Ciara Cody Connor Corey Courtney Daisy Dan Dara Dawit Declan Delphine Demi
  Denise Devon Dexter Diana Dina Dominic Dylan Ebony Eden Edie Efosa Eleanor Eli Elif Eliza Ella Ellis Elsie Emeka
  Emily Emin Erin Esme Esther Ethan Eva Evie Ezra Farah Farid Faith Fatima Felix Femi Filip Finley Flora Frances
  Francis Freddie Freya Gabriel Gemma George Georgia Gia Gideon Habib Hailey Hana Hannah Haris Harley Harriet Harvey
  Hassan Hayden Hector Heidi Henok Holly Hope Hugo Ibrahim Ida Imani Imogen Ines Iris Isaac Isla Ivy Jack Jacob Jada
  Jade Jaden Jake James Jamie Jasmine Jay Jenna Jess Joel Jonah Jordan Josef Joseph Josie Joy Jude Julia Kacper Kai
  Kamal Kara Karim Kate Kayla Keira Kelvin Kian Kiera Kofi Kyle Kyra Lacey Laila Lara Laura Layla Leah Lena Leo Leon
  Lewis Lexi Liam Libby Lila Lily Logan Lola Louis Luca Lucy Luis Luke Luna Lydia Mabel Maddie Mahmoud Maisie Malik
  Marcus Maria Marlon Martha Mason Matilda Max Maya Megan Mehdi Mia Micah Mikel Millie Milo Mina Mohamed Molly Morgan
  Musa Mya Nadia Nahom Naomi Nasir Natasha Nathan Neve Niamh Nico Nina Noah Noor Nora Ola Oliver Olivia Omar Oscar
  Osman Owen Paige Pavel Penny Peter Phoebe Piotr Poppy Precious Priya Quinn Rachel Rahim Rana Raya Reece Remi Rhys
  Riley Rita Robin Rohan Roman Rory Rosa Rosie Rowan Ruby Rufus Ruth Ryan Sabrina Sadie Said Salma Sam Samir Sara
  Selam Seren Shanice Shannon Sienna Silas Simon Skye Sofia Sol Stan Stella Summer Sunny Tahir Talia Tamara Tanya Tara
  Tariq Taylor Teddy Tegan Tess Theo Thomas Tia Tilly Toby Tomas Toni Tyler Uma Vanessa Veronica Victor Violet Willow
  Yasin Yasmin Yonas Yusuf Zac Zahra Zara Zayn Zoe Zofia
`)

export const SURNAMES = words(`
  Abara Abbott Acheampong Addis Adeola Ainsley Akhter Alder Allard Amin Andrade Anstey Appiah Archer Arkell Ashdown
  Aslan Atkins Ayling Baines Baker Balogun Barden Barrow Bartlett Basra Beck Begum Bellamy Benson Berry Birch Bishop
  Blackwood Boateng Bond Bourne Bowles Brace Bradshaw Bridger Brook Bryce Buckley Burgess Bushell Butcher Byrne Calder
  Carver Castle Chandler Chapman Charlton Chaudhry Cheung Chilton Clarke Cole Collins Conway Cooper Costa Cotter Cox
  Crane Crawley Cross Curtis Dale Danso Darby Dawson Dean Demir Denton Desai Diallo Dixon Doyle Drake Dunn Dyer Easton
  Eaves Edusei Ellery Elmi Evans Fagan Farrow Faulkner Fenn Field Finch Fletcher Flint Forde Fox Francis Frost Fuller
  Gale Garner Gashi Gibbs Gill Goddard Gomes Goodwin Gould Grady Grant Gray Green Gunn Haile Hale Hamid Hammond Harker
  Harlow Harris Hassell Hawkes Hayward Heath Hewitt Hicks Hobbs Holder Holloway Hoxha Hughes Hurst Hussain Iqbal Islam
  Ivanov Jarvis Jenner Joiner Jones Joyce Kamara Kaur Kemp Kennard Khalil Kidd Kimani Kirby Kovacs Lacey Lamb Lane
  Larkin Lawrence Leach Lee Lister Lloyd Lowe Lucas Lyons Mackie Maher Mann Marsh Martin May Mears Mensah Merritt Miah
  Miles Mills Monk Moran Morris Moss Mottram Nadeem Nash Naylor Ncube Neal Newell Noble Norris Novak Nunn Nyarko Oakley
  Obi Odell Okoye Omer Osborne Osei Otto Owusu Page Palmer Parks Patel Payne Peck Perry Petrov Philpott Pike Pope
  Porter Potts Pratt Price Quaye Quick Rahman Rana Ramsay Rashid Reed Reilly Rhodes Rigby Roper Rowe Rudd Ryder Sabri
  Sadiq Salisbury Samuels Santos Sawyer Sesay Sharma Shaw Sheikh Short Silva Simms Sinclair Singh Skinner Slade Smart
  Snell Soto Sparks Spence Stace Steele Stone Storey Sutton Swift Tanner Tate Terry Tesfaye Thorne Tobin Tran Tucker
  Turay Tyrell Underhill Usher Vance Vaughan Vella Vickers Wade Walsh Ward Warren Waters Webb Welch West Whittle Wilder
  Winter Wood Wren Wyatt Yates Yeboah Yilmaz York
`)

export const PRONOUNS = ['', '', '', '', '', '', 'she/her', 'he/him', 'they/them', 'she/they'] as const

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}
